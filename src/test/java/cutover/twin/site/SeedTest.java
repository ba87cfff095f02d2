package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.site.django.Passwords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void theSameClockGivesTheSameDataOnEveryDatabase() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            SeedFacts first = Rehearsed.template(postgres);
            try (Rehearsed copy = Rehearsed.on(postgres, first, "copy")) {
                copy.update("drop schema public cascade");
                copy.update("create schema public");
                assertThat(Rehearsed.seed(copy.database)).isEqualTo(first);
                assertThat(copy.count("user_accounts_organization")).isEqualTo(19);
                assertThat(copy.count("intake_county")).isEqualTo(18);
                assertThat(copy.count("auth_user")).isEqualTo(20);
                assertThat(copy.count("intake_filledpdf"))
                        .isEqualTo(first.pdfs().size());
            }
        }
    }

    @Test
    void noLastNameIsPartOfAnother() {
        List<String> names = java.util.stream.IntStream.range(0, Casting.SUBMISSIONS)
                .mapToObj(index -> Invented.person(index, index + 1L, Rehearsed.CLOCK.instant(), "")
                        .lastName())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(Collections.frequency(
                                names.stream()
                                        .map(other -> other.contains(name))
                                        .toList(),
                                true))
                        .isEqualTo(1));
    }

    @Test
    void everyPersonaNeedsAPassword() {
        assertThatThrownBy(() -> new People(Map.of("staff", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no password for persona superuser");
    }

    @Test
    void aHashFitsOnlyItsPassword() {
        String hash = Passwords.hash("one", "salt");
        assertThat(hash).startsWith("pbkdf2_sha256$").doesNotContain("one");
        assertThat(Passwords.matches("one", hash)).isTrue();
        assertThat(Passwords.matches("two", hash)).isFalse();
        assertThat(Passwords.matches("one", "!")).isFalse();
    }
}
