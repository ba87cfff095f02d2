package cutover.bench;

import cutover.twin.aws.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An account in which there is nothing but files. */
record ManyDocuments(Instant begun, Map<String, byte[]> documents) implements Account {

    static ManyDocuments of(int number, Instant begun) {
        Map<String, byte[]> documents = new TreeMap<>();
        IntStream.range(0, number)
                .forEach(i -> documents.put(
                        "filled_pdfs/filled_0001-%06d.pdf".formatted(i + 1000),
                        ("%PDF-1.4 " + i + " ".repeat(1000)).getBytes(StandardCharsets.US_ASCII)));
        return new ManyDocuments(begun, documents);
    }

    @Override
    public boolean retiredKeyWorks() {
        return false;
    }

    @Override
    public void letRetiredKeyWork(boolean whether) {}

    @Override
    public boolean deploying() {
        return true;
    }

    @Override
    public boolean scheduledHere() {
        return true;
    }

    @Override
    public boolean databaseIsPublic() {
        return false;
    }

    @Override
    public void openDatabase(boolean isPublic) {}
}
