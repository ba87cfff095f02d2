package cutover.probe.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cutover.twin.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateProbeTest {

    private static final StateProbe PROBE = new StateProbe();
    private static final Questions QUESTIONS = new Questions(
            Set.of("visit"),
            Map.of("person", "came"),
            List.of(new Questions.Reference(
                    new Questions.Column("visit", "person_id"), new Questions.Column("person", "id"))),
            List.of(new Questions.Column("person", "name")),
            Map.of("person", List.of("name", "came")));

    private static Database database;

    @BeforeAll
    static void start(@TempDir Path folder) throws SQLException {
        database = Database.start(folder.resolve("database"));
        run(
                database.template(),
                "create table person (id serial primary key, name text not null, came timestamptz not null);"
                        + " create table paper (key text primary key, person_id int not null references person);"
                        + " create table visit (id bigint generated always as identity primary key, person_id int);"
                        + " create table django_migrations (id serial primary key, app text, name text);"
                        + " insert into django_migrations (app, name) values ('intake', '0001'), ('intake', '0002');"
                        + " insert into person (name, came) select 'Señor ' || n, timestamptz '2026-01-01Z' + n * interval '1 s'"
                        + " from generate_series(1, 20000) n;"
                        + " insert into paper select 'p' || n, n from generate_series(1, 10) n;"
                        + " insert into visit (person_id) values (1), (2)");
        database.ready();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fresh() {
        database.reset();
        database.restore();
        database.auditor("reading", false);
    }

    @Test
    void aWholeDatabaseHasNoTrouble() {
        DatabaseState state = live();

        assertThat(state.table("person")).hasValueSatisfying(person -> {
            assertThat(person.rows()).isEqualTo(20_000);
            assertThat(person.newestId()).hasValue(20_000);
            assertThat(person.newestTime()).contains(Instant.parse("2026-01-01T05:33:20Z"));
            assertThat(person.chunks()).hasSize(3);
        });
        assertThat(state.table("visit").orElseThrow().checksum())
                .as("counted only")
                .isEmpty();
        assertThat(state.migrations()).containsEntry("intake", List.of("0001", "0002"));
        assertThat(state.sequences()).hasSize(3).noneMatch(SequenceState::isBehind);
        assertThat(state.rights()).isEmpty();
        assertThat(state.orphans()).isEmpty();
        assertThat(state.mangled()).isEmpty();
        assertThat(state.twice()).isEmpty();
        assertThat(state.loose()).isEmpty();
        assertThat(state.strange()).isEmpty();
    }

    @Test
    void migrationsAloneAreReadWithoutTheRest() {
        assertThat(PROBE.migrations(source("intake", "reading")))
                .isEqualTo(new MigrationsObservation.Read(Map.of("intake", List.of("0001", "0002"))));
    }

    @Test
    void whatDocumentsMustShowIsReadByKeyAndEmptyTextsAreLeftOut() {
        ShownObservation seen = PROBE.shown(
                source("intake", "reading"),
                "select key, name, ' ' as nickname, null as title, to_char(came, 'FMMM/FMDD/YYYY') as day from paper"
                        + " join person on person.id = person_id where person_id < 3"
                        + " union all select null, 'nobody', '', '', '' order by 1");

        assertThat(seen)
                .isEqualTo(new ShownObservation.Read(List.of(
                        new Shown("p1", Map.of("name", "Señor 1", "day", "1/1/2026")),
                        new Shown("p2", Map.of("name", "Señor 2", "day", "1/1/2026")))));
        assertThat(seen.toString()).doesNotContain("Señor");
    }

    @Test
    void aQuestionThatTheDatabaseDoesNotUnderstandOrThatWritesIsUntold() {
        assertThat(PROBE.shown(source("intake", "reading"), "select key, nam from paper"))
                .isInstanceOfSatisfying(
                        ShownObservation.Untold.class,
                        untold -> assertThat(untold.detail()).contains("42703", "nam"));
        assertThat(PROBE.shown(
                        source("intake", "reading"),
                        "with gone as (delete from paper returning key) select key from gone"))
                .isInstanceOfSatisfying(
                        ShownObservation.Untold.class,
                        untold -> assertThat(untold.detail()).contains("25006"));
    }

    @Test
    void whoIsNotLetInIsToldNoMigrations() {
        assertThat(PROBE.migrations(source("intake", "wrong")))
                .isInstanceOfSatisfying(
                        MigrationsObservation.Untold.class,
                        untold -> assertThat(untold.detail()).contains("28P01"));
    }

    @Test
    void twoCopiesWithTheSameRowsHaveTheSameChecksumsInAnyOrder() throws SQLException {
        run(
                database.restored(),
                "create table other as select * from person where id = 7007; delete from person where id = 7007;"
                        + " insert into person select * from other; drop table other");
        assertThat(compared().differences()).allMatch(TableDifference::isNone);
        assertThat(copy().table("person").orElseThrow().checksum())
                .isEqualTo(live().table("person").orElseThrow().checksum());
    }

    @Test
    void whatOnlyOneSideHasIsToldByItsIds() throws SQLException {
        run(database.restored(), "delete from person where id in (100, 101, 102, 9000)");
        run(database.restored(), "update person set name = 'Somebody' where id = 500");
        run(database.restored(), "insert into person (name, came) values ('New', now())");

        TableDifference person = compared().differences().stream()
                .filter(difference -> difference.table().equals("person"))
                .findFirst()
                .orElseThrow();

        assertThat(person.onlyLive()).hasToString("100-102, 9000");
        assertThat(person.early()).hasToString("100-102");
        assertThat(person.onlyCopy()).hasToString("20001");
        assertThat(person.changed()).hasToString("500");
        assertThat(person.oldest()).contains(Instant.parse("2026-01-01T00:01:40Z"));
        assertThat(person.content()).isTrue();
    }

    @Test
    void rowsAreToldWithoutTheirContentWhereColumnsDiffer() throws SQLException {
        run(database.restored(), "alter table person add column more int; delete from person where id = 3000");

        assertThat(compared().differences())
                .filteredOn(difference -> difference.table().equals("person"))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.content()).isFalse();
                    assertThat(person.onlyLive()).hasToString("3000");
                    assertThat(person.changed().count()).isZero();
                });
    }

    @Test
    void brokenReferencesAreFoundWithAndWithoutAConstraint() throws SQLException {
        run(database.restored(), "set session_replication_role = replica; delete from person where id in (1, 2)");

        assertThat(copy().orphans())
                .containsExactlyInAnyOrder(
                        new Spotted("paper.person_id -> person.id", 2, List.of()),
                        new Spotted("visit.person_id -> person.id", 2, List.of(1L, 2L)));
    }

    @Test
    void everyKindOfWrongEncodingIsFound() throws SQLException {
        run(
                database.restored(),
                "update person set name = convert_from(convert_to(name, 'UTF8'), 'LATIN1') where id = 1;"
                        + " update person set name = 'it' || U&'\\00E2\\20AC\\2122' || 's' where id = 2;"
                        + " update person set name = U&'\\FFFD' where id = 3;"
                        + " update person set name = '{\"a\": \"Se\\u00c3\\u00b1or\"}' where id = 4;"
                        + " update person set name = 'São Tomé, Ângela, 20 €, “right”' where id = 5");

        assertThat(copy().mangled()).containsExactly(new Spotted("person.name", 4, List.of(1L, 2L, 3L, 4L)));
    }

    @Test
    void aSequenceThatIsBehindIsFoundAtOnce() throws SQLException {
        run(database.restored(), "select setval('person_id_seq', 20000, false)");
        assertThat(copy().sequences()).filteredOn(SequenceState::isBehind).hasSize(1);

        run(database.restored(), "select setval('person_id_seq', 20000)");
        assertThat(copy().sequences()).noneMatch(SequenceState::isBehind);
    }

    @Test
    void rowsThatAreThereTwiceAreToldButNotTheFirst() throws SQLException {
        run(database.restored(), "insert into person (name, came) select name, came from person where id in (5, 6)");

        assertThat(copy().twice()).containsExactly(new Spotted("person (name, came)", 2, List.of(20_001L, 20_002L)));
    }

    @Test
    void whatHoldsNothingIsFound() throws SQLException {
        run(
                database.restored(),
                "alter table person add constraint said check (name <> '') not valid; alter table paper disable trigger all");

        assertThat(copy().loose())
                .contains("person: constraint said is not validated")
                .anyMatch(line -> line.startsWith("paper: trigger") && line.endsWith("is disabled"));
    }

    @Test
    void aRoleThatCouldWriteIsToldAndStillCanNotWriteThroughTheProbe() throws SQLException {
        database.auditor("reading", true);
        assertThat(live().rights()).contains("it belongs to pg_write_all_data", "it may write person");

        try (Session session = Session.open(source("intake", "reading"))) {
            assertThatThrownBy(() -> session.each("delete from visit returning id", row -> {}))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void whatIsAskedForAndNotThereIsTold() {
        Questions wrong = new Questions(
                Set.of(),
                Map.of("person", "left"),
                List.of(),
                List.of(new Questions.Column("nobody", "name")),
                Map.of());

        assertThat(state(PROBE.look(source("intake", "reading"), wrong)).strange())
                .containsExactly("nobody.name", "person.left");
    }

    @Test
    void twoWaysToOneDatabaseAreOne() {
        Source other = new Source(
                new Login("localhost", database.port(), "intake", "auditor", () -> "reading", Duration.ofSeconds(5)),
                Source.Encryption.NONE,
                Optional.empty(),
                Duration.ofSeconds(20));

        assertThat(state(PROBE.look(other, QUESTIONS)).identity()).isEqualTo(live().identity());
        assertThat(copy().identity()).isNotEqualTo(live().identity());
    }

    @Test
    void aSideThatCanNotBeReadLeavesTheOther() {
        ComparisonObservation seen = PROBE.compare(
                source("intake", "wrong"),
                source("intake_restored", "reading"),
                QUESTIONS,
                Optional.of(Instant.parse("2026-01-01T01:00:00Z")));

        assertThat(seen.live())
                .asInstanceOf(type(StateObservation.Untold.class))
                .extracting(StateObservation.Untold::detail)
                .asString()
                .startsWith("28P01");
        assertThat(seen.copy()).isInstanceOf(StateObservation.Read.class);
        assertThat(seen.differences()).isEmpty();
    }

    private static ComparisonObservation compared() {
        return PROBE.compare(
                source("intake", "reading"),
                source("intake_restored", "reading"),
                QUESTIONS,
                Optional.of(Instant.parse("2026-01-01T01:00:00Z")));
    }

    private static DatabaseState live() {
        return state(PROBE.look(source("intake", "reading"), QUESTIONS));
    }

    private static DatabaseState copy() {
        return state(PROBE.look(source("intake_restored", "reading"), QUESTIONS));
    }

    private static DatabaseState state(StateObservation seen) {
        return seen.fold(StateObservation.Read::state, untold -> {
            throw new AssertionError(untold.detail());
        });
    }

    private static Source source(String name, String password) {
        return new Source(
                new Login("127.0.0.1", database.port(), name, "auditor", () -> password, Duration.ofSeconds(5)),
                Source.Encryption.NONE,
                Optional.empty(),
                Duration.ofSeconds(20));
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
