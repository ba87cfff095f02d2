package cutover.environment.front;

import cutover.config.Doc;
import java.util.List;

/** One file in {@code config/dns/resolvers}: resolvers that several environments ask. */
public record ResolverList(@Doc("each resolver") List<Resolver> resolvers) {}
