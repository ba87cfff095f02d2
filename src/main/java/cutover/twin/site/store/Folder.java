package cutover.twin.site.store;

/** Which of an organisation's applications a list shows. */
public enum Folder {
    UNREAD(
            "and not a.has_been_opened and not exists (select 1 from intake_statusupdate u where u.application_id = a.id)"),
    NEEDS_UPDATE("and not exists (select 1 from intake_statusupdate u where u.application_id = a.id)"),
    ALL("");

    private final String condition;

    Folder(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
