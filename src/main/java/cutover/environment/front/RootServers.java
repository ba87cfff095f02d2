package cutover.environment.front;

import java.util.List;

/** Where walks through the internet's delegations begin, as IANA publishes it in {@code named.root}. */
final class RootServers {

    static final List<ServerPlace> OF_THE_INTERNET = List.of(
            new ServerPlace("a.root-servers.net", "198.41.0.4"),
            new ServerPlace("b.root-servers.net", "170.247.170.2"),
            new ServerPlace("c.root-servers.net", "192.33.4.12"),
            new ServerPlace("d.root-servers.net", "199.7.91.13"),
            new ServerPlace("e.root-servers.net", "192.203.230.10"),
            new ServerPlace("f.root-servers.net", "192.5.5.241"),
            new ServerPlace("g.root-servers.net", "192.112.36.4"),
            new ServerPlace("h.root-servers.net", "198.97.190.53"),
            new ServerPlace("i.root-servers.net", "192.36.148.17"),
            new ServerPlace("j.root-servers.net", "192.58.128.30"),
            new ServerPlace("k.root-servers.net", "193.0.14.129"),
            new ServerPlace("l.root-servers.net", "199.7.83.42"),
            new ServerPlace("m.root-servers.net", "202.12.27.33"));

    private RootServers() {}
}
