package cutover.twin.site.page;

import cutover.twin.site.store.AdminTable;
import java.util.List;

/** A box on the admin's index: one application's tables. */
public record AdminModule(String app, String title, List<AdminTable> tables) {}
