package cutover.twin.site.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Logins with their profile, organisation and groups. */
public final class Users {

    private static final String SELECT = "select u.id, u.username, u.email, u.password, u.is_superuser, u.is_staff,"
            + " p.name as profile_name, coalesce((select string_agg(g.name, ',') from auth_group g"
            + " join auth_user_groups m on m.group_id = g.id where m.user_id = u.id), '') as groups, "
            + Organization.COLUMNS
            + " from auth_user u left join user_accounts_userprofile p on p.user_id = u.id"
            + " left join user_accounts_organization o on o.id = p.organization_id where u.is_active and ";

    private final Db db;

    public Users(Db db) {
        this.db = db;
    }

    public Optional<User> byId(long id) {
        return db.one(SELECT + "u.id = ?", Users::read, id);
    }

    public Optional<User> byEmail(String email) {
        return db.one(SELECT + "lower(u.email) = lower(?)", Users::read, email);
    }

    /** By user name, or by e-mail address. */
    public Optional<User> byName(String name) {
        return db.one(SELECT + "(u.username = ? or lower(u.email) = lower(?))", Users::read, name, name);
    }

    public void signedIn(User user, Instant now) {
        db.update("update auth_user set last_login = ? where id = ?", now, user.id());
    }

    private static User read(ResultSet row) throws SQLException {
        row.getLong("o_id");
        Optional<Organization> organization = row.wasNull() ? Optional.empty() : Optional.of(Organization.read(row));
        String name = row.getString("profile_name");
        return new User(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("password"),
                row.getBoolean("is_superuser"),
                row.getBoolean("is_staff"),
                name == null ? "" : name,
                organization,
                Set.of(row.getString("groups").split(",")));
    }
}
