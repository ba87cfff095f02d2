package cutover.twin.site;

import cutover.twin.site.page.Dates;
import cutover.twin.site.pdf.CaseForm;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Media;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Organizations;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Demo data: no person in it exists, and it is the same for the same clock. Dates lie within about a hundred days before
 * the clock's today.
 */
public final class Seed {

    private static final Dates PACIFIC = new Dates(ZoneId.of("America/Los_Angeles"));
    private static final Dates UTC = new Dates(ZoneOffset.UTC);

    private final Db db;
    private final Instant now;
    private final Map<String, Long> organizations;
    private final SeedSubmissions writer;
    private final List<String> roles = Casting.roles();
    private final List<Submission> people = new ArrayList<>();

    private Seed(Db db, Instant now) {
        this.db = db;
        this.now = now;
        this.organizations = SeedOrganizations.into(db);
        this.writer = new SeedSubmissions(db, organizations, now);
    }

    /** Creates tables and rows in an empty database. */
    public static SeedFacts into(DataSource database, People people, Clock clock) {
        try (Db db = new Db(database::getConnection)) {
            db.update(schema());
            Seed seed = new Seed(db, clock.instant());
            seed.migrations();
            new SeedUsers(db, seed.organizations, seed.now).add(people);
            seed.submissions();
            seed.documents();
            return seed.facts();
        }
    }

    /** As the framework notes them; those before are one line each and of no use here. */
    private void migrations() {
        List.of("0064_purgedvisitor", "0065_purgedapplicant", "0066_purgedapplicationnote")
                .forEach(name -> db.update(
                        "insert into django_migrations (app, name, applied) values ('intake', ?, ?)",
                        name,
                        now.minus(Duration.ofDays(120))));
    }

    private void submissions() {
        for (int index = 0; index < roles.size(); index++) {
            Submission person = Invented.person(index, index + 1L, received(index), counties(roles.get(index)));
            people.add(person);
            writer.submission(person);
            applications(person, roles.get(index), earlier(index));
            if (index % 9 == 5) {
                writer.note(person, "Called, left a message — señal débil.");
            }
            if (index % 7 == 3) {
                writer.tag(person, index % 2 == 0 ? "called" : "needs-letter");
            }
        }
    }

    /** At noon or so in California, but for one that is late in the evening there and the next day in UTC. */
    private Instant received(int index) {
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(roles.size() - index);
        LocalTime time = index == Casting.midnight() ? LocalTime.of(3, 30) : LocalTime.of(19, index % 50);
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }

    private int earlier(int index) {
        return (int) roles.subList(0, index).stream()
                .filter(roles.get(index)::equals)
                .count();
    }

    private void applications(Submission person, String role, int earlier) {
        switch (role) {
            case SeedOrganizations.BIG -> read(person, role, earlier % 3 != 0);
            case SeedOrganizations.FILLABLE -> fillable(person, earlier);
            case Casting.SEVERAL -> {
                read(person, "a_pubdef", true);
                read(person, "san_joaquin_pubdef", false);
                writer.application(person, "solano_pubdef", false);
            }
            case Casting.NOT_LISTED -> read(person, SeedOrganizations.TEAM, false);
            case Casting.TRANSFER -> writer.transfer(person, "a_pubdef", "ebclc");
            default -> small(person, role, earlier);
        }
    }

    /** Of nine: three with an update, three that were only read, three unread. */
    private void fillable(Submission person, int earlier) {
        if (earlier >= 5 && earlier <= 7) {
            writer.application(person, SeedOrganizations.FILLABLE, false);
        } else {
            read(person, SeedOrganizations.FILLABLE, earlier < 3);
        }
    }

    private void small(Submission person, String slug, int earlier) {
        if (earlier == 0) {
            read(person, slug, true);
        } else {
            writer.application(person, slug, false);
        }
    }

    private void read(Submission person, String slug, boolean updated) {
        long application = writer.application(person, slug, true);
        if (updated) {
            writer.update(person, application, person.id() % 2 == 0 ? "eligible" : "court-date");
        }
    }

    private String counties(String role) {
        return role.equals(Casting.NOT_LISTED) ? "Not listed" : "Bay Area";
    }

    private void documents() {
        Media media = new Media(db);
        CaseForm form = new CaseForm();
        pdfs().forEach(person -> media.addFilled(person.id(), form.filled(List.of(person)), now));
        Organization fillable =
                new Organizations(db).bySlug(SeedOrganizations.FILLABLE).orElseThrow();
        List<Submission> unread = unread();
        media.addPrebuilt(fillable, unread.stream().map(Submission::id).toList(), form.filled(unread), now);
    }

    private List<Submission> pdfs() {
        return people.stream()
                .filter(person -> role(person).equals(SeedOrganizations.FILLABLE))
                .toList();
    }

    private List<Submission> unread() {
        List<Long> ids = new Referrals(db).ids(organizations.get(SeedOrganizations.FILLABLE), Folder.UNREAD);
        return people.stream().filter(person -> ids.contains(person.id())).toList();
    }

    private String role(Submission person) {
        return roles.get((int) person.id() - 1);
    }

    private SeedFacts facts() {
        List<Long> unread = unread().stream().map(Submission::id).toList();
        Submission pdf = pdfs().stream()
                .filter(person -> !unread.contains(person.id()) && person.id() % 2 == 0 && person.id() % 3 != 0)
                .findFirst()
                .orElseThrow();
        Submission midnight = people.get(Casting.midnight());
        return new SeedFacts(
                people.size(),
                (int) roles.stream().filter(Casting.NOT_LISTED::equals).count(),
                (int) db.number("select count(*) from intake_application"),
                organizations.size(),
                (int) db.number("select count(*) from auth_user"),
                tabs(SeedOrganizations.FILLABLE),
                tabs(SeedOrganizations.BIG),
                known(people.get(people.size() - 1)),
                known(people.get(people.size() - 2)),
                known(pdf),
                known(midnight),
                UTC.list(midnight.received()),
                pdfs().stream().map(Submission::id).toList(),
                unread,
                roles.indexOf(Casting.SEVERAL) + 1L,
                roles.indexOf(Casting.TRANSFER) + 1L,
                people.size(),
                people.subList(people.size() - 25, people.size()).stream()
                        .filter(person -> !role(person).equals(SeedOrganizations.FILLABLE))
                        .map(Submission::lastName)
                        .toList(),
                people.stream().map(Submission::lastName).toList(),
                pdf.uuid());
    }

    private SeedFacts.Tabs tabs(String slug) {
        Referrals referrals = new Referrals(db);
        Optional<Long> id = Optional.of(organizations.get(slug));
        return new SeedFacts.Tabs(
                referrals.count(id, Folder.UNREAD),
                referrals.count(id, Folder.NEEDS_UPDATE),
                referrals.count(id, Folder.ALL));
    }

    private static SeedFacts.Known known(Submission person) {
        return new SeedFacts.Known(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.birthDateText(),
                person.ssn(),
                PACIFIC.list(person.received()),
                PACIFIC.day(person.received()));
    }

    private static String schema() {
        try (InputStream sql = Seed.class.getResourceAsStream("schema.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("schema.sql", unreadable);
        }
    }
}
