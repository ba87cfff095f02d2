package cutover.twin.site.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What one person filled in.
 *
 * @param uuid 32 hexadecimal digits, part of the oldest generation of links
 */
public record Submission(
        long id,
        String uuid,
        Instant received,
        String firstName,
        String middleName,
        String lastName,
        LocalDate birthDate,
        String ssn,
        String email,
        String phone,
        Map<String, String> answers) {

    public Submission {
        answers = Map.copyOf(answers);
    }

    public String fullName() {
        return firstName + (middleName.isEmpty() ? " " : " " + middleName + " ") + lastName;
    }

    /** Birth date as the pages and documents show it: month, day, year without padding. */
    public String birthDateText() {
        return birthDate.getMonthValue() + "/" + birthDate.getDayOfMonth() + "/" + birthDate.getYear();
    }

    /** An answer, empty when the question was left out. */
    public String answer(String key) {
        return answers.getOrDefault(key, "");
    }
}
