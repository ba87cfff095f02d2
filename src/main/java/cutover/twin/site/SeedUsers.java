package cutover.twin.site;

import cutover.twin.site.django.Passwords;
import cutover.twin.site.django.Signer;
import cutover.twin.site.store.Db;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The personas, and for each other organisation one user that can't sign in. */
final class SeedUsers {

    private static final Map<String, String> ORGANIZATIONS = Map.of(
            "superuser", SeedOrganizations.TEAM,
            "staff", SeedOrganizations.TEAM,
            "orguser", SeedOrganizations.FILLABLE,
            "bigorguser", SeedOrganizations.BIG,
            "emptyorguser", SeedOrganizations.EMPTY);

    private final Db db;
    private final Map<String, Long> organizations;
    private final Instant now;

    SeedUsers(Db db, Map<String, Long> organizations, Instant now) {
        this.db = db;
        this.organizations = organizations;
        this.now = now;
    }

    void add(People people) {
        List.of("application_reviewers", "followup_staff", "performance_monitors")
                .forEach(group -> db.update("insert into auth_group (name) values (?)", group));
        for (String persona : People.PERSONAS) {
            String salt = new Signer(persona).digest("salt", persona).substring(0, 12);
            boolean team = ORGANIZATIONS.get(persona).equals(SeedOrganizations.TEAM);
            long user = user(
                    persona,
                    people.login(persona),
                    Passwords.hash(people.password(persona), salt),
                    persona.equals("superuser"),
                    team);
            profile(user, ORGANIZATIONS.get(persona), "Rehearsal " + persona);
            group(user, "application_reviewers");
            if (team) {
                group(user, "followup_staff");
            }
        }
        organizations.keySet().stream()
                .filter(slug -> !ORGANIZATIONS.containsValue(slug))
                .forEach(this::silent);
    }

    private void silent(String slug) {
        long user = user(slug + "_user", slug + "@cutover.example", "!", false, false);
        profile(user, slug, "Rehearsal " + slug);
        group(user, "application_reviewers");
    }

    private long user(String name, String email, String password, boolean superuser, boolean staff) {
        long id = db.number(
                "insert into auth_user (password, is_superuser, username, email, is_staff, date_joined)"
                        + " values (?, ?, ?, ?, ?, ?) returning id",
                password,
                superuser,
                name,
                email,
                staff,
                now);
        db.update(
                "insert into account_emailaddress (email, verified, \"primary\", user_id) values (?, true, true, ?)",
                email,
                id);
        return id;
    }

    private void profile(long user, String slug, String name) {
        db.update(
                "insert into user_accounts_userprofile (user_id, organization_id, name, should_get_notifications, uuid)"
                        + " values (?, ?, ?, false, ?)",
                user,
                organizations.get(slug),
                name,
                new Signer(slug).digest("profile", name).substring(0, 32));
    }

    private void group(long user, String name) {
        db.update(
                "insert into auth_user_groups (user_id, group_id) select ?, id from auth_group where name = ?",
                user,
                name);
    }
}
