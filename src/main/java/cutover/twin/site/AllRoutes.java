package cutover.twin.site;

import java.util.List;
import java.util.stream.Stream;

/** The application's address map. */
final class AllRoutes {

    private AllRoutes() {}

    static Routes of(Kit kit) {
        return new Routes(Stream.of(
                        new HealthViews(kit).routes(),
                        new AccountViews(kit).routes(),
                        new ListViews(kit).routes(),
                        new DetailViews(kit).routes(),
                        new DocumentViews(kit).routes(),
                        new BundleViews(kit).routes(),
                        new ExportViews(kit).routes(),
                        new PublicViews(kit).routes(),
                        new BounceViews(kit).routes(),
                        new CallViews(kit).routes(),
                        new LegacyViews(kit).routes(),
                        new AdminViews(kit).routes())
                .flatMap(List::stream)
                .toList());
    }
}
