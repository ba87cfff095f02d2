package cutover.finding;

/** Keeps what was seen; the composition root decides where, and masks secrets in all that is text. */
public interface EvidenceStore {

    /**
     * Keeps a text.
     *
     * @param title what it shows; part of the file's name
     * @param text any text, masked before it is written
     */
    Evidence text(String title, String text);

    /**
     * Keeps bytes as they are.
     *
     * @param title what they show; part of the file's name
     * @param mediaType decides the file's ending: {@code image/png}, {@code application/pdf}, …
     */
    Evidence bytes(String title, String mediaType, byte[] content);
}
