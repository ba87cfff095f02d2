package cutover.twin.site;

import cutover.twin.site.store.AdminTable;
import java.util.List;
import java.util.Optional;

/** What the admin lists. Submissions and applications are not among it. */
final class AdminTables {

    static final List<AdminTable> ALL = List.of(
            new AdminTable(
                    "account",
                    "Accounts",
                    "emailaddress",
                    "email address",
                    "email addresses",
                    "account_emailaddress",
                    "email"),
            new AdminTable(
                    "auth", "Authentication and Authorization", "group", "group", "groups", "auth_group", "name"),
            new AdminTable(
                    "auth", "Authentication and Authorization", "user", "user", "users", "auth_user", "username"),
            new AdminTable("intake", "Intake", "county", "county", "counties", "intake_county", "name"),
            new AdminTable(
                    "intake", "Intake", "fillablepdf", "fillable pdf", "fillable pdfs", "intake_fillablepdf", "name"),
            new AdminTable(
                    "intake", "Intake", "nextstep", "next step", "next steps", "intake_nextstep", "display_name"),
            new AdminTable(
                    "intake",
                    "Intake",
                    "statusnotification",
                    "status notification",
                    "status notifications",
                    "intake_statusnotification",
                    "contact_info"),
            new AdminTable(
                    "intake",
                    "Intake",
                    "statustype",
                    "status type",
                    "status types",
                    "intake_statustype",
                    "display_name"),
            new AdminTable(
                    "intake",
                    "Intake",
                    "statusupdate",
                    "status update",
                    "status updates",
                    "intake_statusupdate",
                    "author"),
            new AdminTable(
                    "invitations",
                    "Invitations",
                    "invitation",
                    "invitation",
                    "invitations",
                    "invitations_invitation",
                    "email"),
            new AdminTable("sites", "Sites", "site", "site", "sites", "django_site", "domain"),
            new AdminTable("taggit", "Taggit", "tag", "Tag", "Tags", "taggit_tag", "name"),
            new AdminTable(
                    "user_accounts",
                    "User_Accounts",
                    "organization",
                    "organization",
                    "organizations",
                    "user_accounts_organization",
                    "name"),
            new AdminTable(
                    "user_accounts",
                    "User_Accounts",
                    "userprofile",
                    "user profile",
                    "user profiles",
                    "user_accounts_userprofile",
                    "name"));

    private AdminTables() {}

    static Optional<AdminTable> find(String app, String model) {
        return ALL.stream()
                .filter(table -> table.app().equals(app) && table.model().equals(model))
                .findFirst();
    }
}
