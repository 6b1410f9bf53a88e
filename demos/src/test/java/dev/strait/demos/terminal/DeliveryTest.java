package dev.strait.demos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static Optional<String> told(String reason) {
        Delivery delivery =
                new Delivery(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException(reason);
                            }
                        });
        PrintWriter writer = new PrintWriter(delivery, true, StandardCharsets.UTF_8);
        writer.println("a result");
        writer.flush();
        return delivery.failure();
    }

    @Test
    void shouldTellWhatAPrintWriterSwallows() {
        assertEquals(Optional.of("No space left on device"), told("No space left on device"));
    }

    @Test
    void shouldCallAReaderThatHadEnoughNoFailure() {
        assertEquals(Optional.empty(), told("Broken pipe"));
    }

    @Test
    void shouldPassOnWhatIsWritten() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Delivery delivery = new Delivery(bytes);
        PrintWriter writer = new PrintWriter(delivery, true, StandardCharsets.UTF_8);
        writer.print("β = 1");
        writer.flush();

        assertEquals("β = 1", bytes.toString(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), delivery.failure());
    }
}
