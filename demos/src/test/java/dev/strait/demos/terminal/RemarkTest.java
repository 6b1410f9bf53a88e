package dev.strait.demos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RemarkTest {

    @Test
    void shouldPrintALineWithTheProgramsNameAsItIs() {
        StringWriter text = new StringWriter();

        Remark.say(new PrintWriter(text), "100 % of a%nb");

        assertEquals("strait: 100 % of a%nb" + System.lineSeparator(), text.toString());
    }
}
