package cutover.twin.site;

import cutover.twin.site.django.Signer;
import cutover.twin.site.store.Submission;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People who do not exist, the same ones at each start. No last name is part of another. */
final class Invented {

    private static final List<String> FIRST = List.of(
            "José", "Zoë", "Renée", "Íñigo", "Jürgen", "Maya", "Tobias", "Lucía", "Amara", "Desmond", "Noémie", "Ravi",
            "Ingrid", "Mateo", "Søren", "Halima", "Chloé", "Oskar", "Priya", "Ramón");
    private static final List<String> LAST_START =
            List.of("Muñ", "Gül", "Béa", "Ash", "Dun", "Kir", "Mor", "Pel", "Rav", "Tor", "Vel", "Wex", "Bri", "Col");
    private static final List<String> LAST_END =
            List.of("combe", "ford", "mere", "wick", "gate", "stowe", "thorpe", "bury");

    private Invented() {}

    /**
     * @param index from 0; people with different numbers below 112 have different last names
     * @param id of the row that the person will get
     */
    static Submission person(int index, long id, Instant received, String counties) {
        String first = FIRST.get(index % FIRST.size());
        String last =
                LAST_START.get(index % LAST_START.size()) + LAST_END.get(index / LAST_START.size() % LAST_END.size());
        return new Submission(
                id,
                new Signer("seed").digest("uuid", Integer.toString(index)).substring(0, 32),
                received,
                first,
                index % 4 == 0 ? "Q." : "",
                last,
                LocalDate.of(1950 + index * 7 % 45, 1 + index % 12, 1 + index * 5 % 28),
                "987-65-%04d".formatted(4320 + index),
                plain(first) + "." + plain(last) + "@example.com",
                "(415) 555-01%02d".formatted(index % 100),
                Map.of(
                        "address",
                        (100 + index) + " Example Street, Oakland, CA 94612",
                        "monthly_income",
                        "$1," + (100 + index) + ".00",
                        "on_probation",
                        index % 3 == 0 ? "Yes" : "No",
                        "us_citizen",
                        "Yes",
                        "employed",
                        index % 2 == 0 ? "Yes" : "No",
                        "owes_court_fees",
                        index % 5 == 0 ? "Yes" : "No",
                        "counties",
                        counties,
                        "additional_information",
                        "I would like to coach my daughter's team again."));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replace("ø", "o")
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
