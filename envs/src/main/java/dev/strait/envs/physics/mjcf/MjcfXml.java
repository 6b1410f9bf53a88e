package dev.strait.envs.physics.mjcf;

import static dev.strait.envs.Require.require;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML into elements that know their lines. No DOCTYPE, hence no entities; nothing else is
 * opened; size, depth and number of elements are bounded.
 */
final class MjcfXml extends DefaultHandler {

    static final int MOST_BYTES = 4 << 20;
    static final int MOST_ELEMENTS = 20_000;
    static final int DEEPEST = 100;

    private static final String XERCES = "http://apache.org/xml/";
    private static final String SAX = "http://xml.org/sax/features/";

    private final Deque<MjcfElement> open = new ArrayDeque<>();
    private Locator locator;
    private MjcfElement root;
    private int elements;

    private MjcfXml() {}

    /**
     * Reads to the end.
     *
     * @throws IllegalArgumentException if it is not well-formed or beyond a bound
     */
    static MjcfElement parse(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        require(bytes.length > 0, "it is empty");
        require(bytes.length <= MOST_BYTES, "it is larger than %s MB", MOST_BYTES >> 20);
        MjcfXml handler = new MjcfXml();
        try {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException malformed) {
            throw new IllegalArgumentException(problem(malformed), malformed);
        } catch (SAXException | ParserConfigurationException unusable) {
            throw new IllegalStateException("this JVM's XML parser cannot be used", unusable);
        } catch (CharConversionException unreadable) {
            throw new IllegalArgumentException(
                    "line %d: it has bytes that are not text"
                            .formatted(Math.max(1, handler.locator.getLineNumber())),
                    unreadable);
        }
        return handler.root;
    }

    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(XERCES + "features/disallow-doctype-decl", true);
        factory.setFeature(XERCES + "features/nonvalidating/load-external-dtd", false);
        factory.setFeature(SAX + "external-general-entities", false);
        factory.setFeature(SAX + "external-parameter-entities", false);
        return factory.newSAXParser().getXMLReader();
    }

    private static String problem(SAXParseException malformed) {
        String message = String.valueOf(malformed.getMessage());
        int line = Math.max(1, malformed.getLineNumber());
        return message.contains("DOCTYPE")
                ? "line %d: a DOCTYPE is not allowed in a model".formatted(line)
                : "line %d: it is not well-formed XML: %s".formatted(line, message);
    }

    @Override
    public void setDocumentLocator(Locator place) {
        locator = place;
    }

    @Override
    public void startElement(String uri, String localName, String tag, Attributes given) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.getQName(i), given.getValue(i));
        }
        MjcfElement element =
                new MjcfElement(
                        tag, locator.getLineNumber(), Collections.unmodifiableMap(attributes));
        if (++elements > MOST_ELEMENTS) {
            throw element.refusal("a model may have %d elements", MOST_ELEMENTS);
        }
        if (open.size() >= DEEPEST) {
            throw element.refusal("elements may be %d deep", DEEPEST);
        }
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().children().add(element);
        }
        open.push(element);
    }

    @Override
    public void endElement(String uri, String localName, String tag) {
        open.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        String text = new String(characters, start, length).strip();
        if (!text.isEmpty()) {
            throw open.peek().refusal("it has text, \"%s\"", MjcfElement.shortened(text));
        }
    }

    @Override
    public void fatalError(SAXParseException malformed) throws SAXParseException {
        throw malformed;
    }

    /** Nothing outside is read, whatever the parser thinks it needs. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        throw new IllegalArgumentException("it names another file, which is not read");
    }
}
