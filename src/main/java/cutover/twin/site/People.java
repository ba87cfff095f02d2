package cutover.twin.site;

import java.util.List;
import java.util.Map;

/**
 * The logins that the seed creates, with the passwords that they shall have.
 *
 * @param passwords one for each name in {@link #PERSONAS}
 */
public record People(Map<String, String> passwords) {

    /**
     * {@code superuser}: may do all, of the team; {@code staff}: of the team, follows up, no superuser; {@code orguser}:
     * San Francisco, whose PDFs are filled; {@code bigorguser}: more than thirty applications, all read;
     * {@code emptyorguser}: no application at all.
     */
    public static final List<String> PERSONAS = List.of("superuser", "staff", "orguser", "bigorguser", "emptyorguser");

    public People {
        passwords = Map.copyOf(passwords);
        for (String persona : PERSONAS) {
            if (passwords.getOrDefault(persona, "").isEmpty()) {
                throw new IllegalArgumentException("no password for persona " + persona);
            }
        }
    }

    /** E-mail address with which the persona signs in, on both forms. */
    public String login(String persona) {
        return persona + "@cutover.example";
    }

    public String password(String persona) {
        return passwords.get(persona);
    }

    @Override
    public String toString() {
        return "People" + PERSONAS;
    }
}
