package cutover.twin;

import cutover.twin.aws.AccountApis;
import cutover.twin.aws.AwsFront;
import cutover.twin.aws.Command;
import cutover.twin.aws.MediaBuckets;
import cutover.twin.aws.NamesApi;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.database.Database;
import cutover.twin.dns.DnsWorld;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.AssetFront;
import cutover.twin.front.Bucket;
import cutover.twin.front.Front;
import cutover.twin.front.GatewayFront;
import cutover.twin.front.HerokuFront;
import cutover.twin.front.HerokuRouter;
import cutover.twin.front.House;
import cutover.twin.site.Assets;
import cutover.twin.site.ClearMyRecord;
import cutover.twin.site.People;
import cutover.twin.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rehearsal in one process: the application on its old and on its new host, with database, mail, logs and the
 * vendor's APIs, on free loopback ports. Several can run side by side. Whatever is to be known about it comes as
 * placeholders for an environment file and as secrets, so that nobody needs to know that it is a twin.
 */
public final class Twin implements AutoCloseable {

    /** How long gateway and router wait here for an application that hangs; the real ones wait half a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** Name of the database that {@link #keepData} makes. */
    public static final String KEPT = Database.KEPT;

    private final Path folder;
    private final Faults faults = new Faults();
    private final World world = new World();
    private volatile Moment moment = Moment.SWITCHED;
    private final Closers closers;
    private final Later later;
    private final Ids ids;
    private final People people;
    private final CompletableFuture<Stock> stock;
    private final Ground ground;
    private final Authority authority;
    private final Team team;
    private final Vendors vendors;
    private final Sites sites;
    private final CompletableFuture<Map<Side, ClearMyRecord>> running;
    private final Streets streets;
    private final DnsWorld nameServers;
    private final NameWorld names;
    private final ClosedDoors doors;
    private final AccountAt account;
    private final NamesApi hostedZones;
    private final AccountApis apis;
    private final Passwords passwords;
    private final CompletableFuture<Restoration> restoration;
    private final String auditor;
    private final String master;
    private final String earlierSession;

    /** The database starts meanwhile: it takes longest. */
    private Twin(Clock clock, RandomGenerator random, Path folder, Closers closers) {
        this.folder = folder;
        this.closers = closers;
        later = closers.add(new Later());
        ids = new Ids(random);
        people = new People(People.PERSONAS.stream().collect(Collectors.toMap(name -> name, name -> ids.password())));
        stock = CompletableFuture.supplyAsync(() -> Stock.start(folder.resolve("database"), people, clock), later);
        closers.add(this::closeStock);
        authority = new Authority(clock, ids.branch());
        ground = closers.add(new Ground(clock, ids, faults, later, folder, authority));
        team = closers.add(new Team(authority, ids, faults, later));
        vendors = new Vendors(this::streets, world, authority, faults, clock, ids, later);
        ground.mail().inbound(vendors);
        sites = new Sites(
                faults,
                clock,
                ids,
                ground,
                vendors.mailgun().apiKey(),
                vendors.twilio().authToken());
        running = stock.thenApply(filled -> sites.over(filled.database().source()));
        passwords = new Passwords(ids.password(), ids.password(), world, faults);
        auditor = ids.password();
        master = ids.password();
        earlierSession = ids.letters(32, "abcdefghijklmnopqrstuvwxyz0123456789");
        restoration = stock.thenApply(filled -> new Restoration(filled.database(), world, faults, auditor, clock));
        vendors.heroku().whenScaled(this::scaled);
        vendors.heroku().whenRun(this::runAlone);
        account = new AccountAt(clock.instant(), world, () -> stock.join().documents());
        faults.imply(Side.OLD, Fault.DATABASE_DOWN, () -> !world.oldReachesDatabase());
        faults.imply(Side.OLD, Fault.OLD_APP_OLD_PASSWORD, () -> !world.oldKnowsPassword());
        faults.imply(Side.OLD, Fault.TASK_NEVER_RUNS, () -> !vendors.heroku().workerRuns());
        faults.imply(Side.OLD, Fault.WRONG_BUILD, () -> world.is(Deed.OLD_CODE_MOVED_ON));
        faults.imply(Side.OLD, Fault.OLD_APP_LOST_STORE, () -> !world.oldReachesFiles());
        hostedZones = new NamesApi(this::nameServers, clock);
        apis = apis(clock);
        streets = closers.add(streets(clock));
        world.listen(() -> streets.in(world));
        nameServers = closers.add(DnsWorld.start(clock, ids, later));
        names = new NameWorld(nameServers, world, faults);
        doors = closers.add(new ClosedDoors(world, faults));
    }

    /**
     * Starts a twin and returns when all of it answers.
     *
     * @param random from which its passwords, ids and builds come
     * @param folder where it may write; must exist, and is the caller's to delete after {@link #close()}
     * @throws IllegalArgumentException when the folder does not exist
     */
    public static Twin start(Clock clock, RandomGenerator random, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the twin's folder does not exist: " + folder);
        }
        Closers closers = new Closers();
        try {
            Twin twin = new Twin(clock, random, folder, closers);
            twin.running.join();
            twin.stock.join().database().master(twin.master);
            Files.writeString(twin.authorityFile(), twin.authority.pem());
            Files.write(twin.namedFile(), twin.named());
            return twin;
        } catch (IOException e) {
            closers.close();
            throw new UncheckedIOException("the twin's authority could not be written to " + folder, e);
        } catch (RuntimeException e) {
            closers.close();
            throw e;
        }
    }

    /** What the team was told. */
    public Team team() {
        return team;
    }

    /** What lists on public pages hold while nothing is broken: path of the page → texts of the entries. */
    public Map<String, List<String>> publicLists() {
        return stock.join().publicLists();
    }

    /** The service that keeps the new name's zone. */
    public NamesApi hostedZones() {
        return hostedZones;
    }

    /** What can be broken, switched while the twin runs. */
    public Faults faults() {
        return faults;
    }

    /** Changes the name system otherwise than by faults, at each moment anew, until {@link #reset}. */
    public void inTheNames(Consumer<DnsWorld> change) {
        names.besides(change);
    }

    /**
     * Back to the moment that was set last: no fault, nothing done besides, empty mailboxes and logs, the database as it
     * was seeded. Sessions end with it.
     */
    public void reset() {
        faults.clear();
        later.clear();
        fallBack();
        names.besides(untouched -> {});
        running.join().values().forEach(ClearMyRecord::releaseConnections);
        stock.join().database().reset();
        stock.join().database().password(passwords.good());
        if (!world.is(moment)) {
            at(moment);
        }
        vendors.clear();
        team.clear();
        ground.reset();
    }

    /** Placeholders of an environment file with their values; none is secret. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("twin.ca", authorityFile().toString());
        values.put("twin.ca.spki", authority.spki());
        values.put("twin.named", namedFile().toString());
        for (Side side : Side.values()) {
            values.put("twin.build." + side.name().toLowerCase(Locale.ROOT), sites.build(side));
        }
        People.PERSONAS.forEach(persona -> values.put("twin.login." + persona, people.login(persona)));
        Stream.of(
                        stock.join().values(),
                        streets.values(),
                        doors.values(),
                        ground.values(),
                        vendors.values(),
                        names.values(),
                        account.values(),
                        team.values())
                .forEach(values::putAll);
        return values;
    }

    /** Names and values of the secrets that an environment file may ask for. */
    public Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        People.PERSONAS.forEach(persona ->
                secrets.put("TWIN_" + persona.toUpperCase(Locale.ROOT) + "_PASSWORD", people.password(persona)));
        Stream.of(ground.secrets(), vendors.secrets(), names.secrets(), team.secrets())
                .forEach(secrets::putAll);
        secrets.put("TWIN_RETIRED_DATABASE_PASSWORD", passwords.old());
        secrets.put("TWIN_AUDITOR_PASSWORD", auditor);
        secrets.put("TWIN_MASTER_PASSWORD", master);
        secrets.put("TWIN_EARLIER_SESSION", earlierSession);
        return secrets;
    }

    /** Moves the world to a moment of the launch: who is where, and what the names say. It starts {@link Moment#SWITCHED}. */
    public void at(Moment moment) {
        this.moment = moment;
        fallBack();
        world.become(moment.deeds());
        vendors.preset(world.users());
        if (world.is(Deed.DAY_PASSED)) {
            ground.aDayLater();
        }
        if (moment == Moment.NAMED || moment == Moment.BACK) {
            ground.jobs(world.tasks());
        }
        stock.join().database().password(passwords.good());
        restoration.join().refresh();
        if (world.is(Deed.NEW_NAMES_SENT_BACK)) {
            running.join().get(Side.OLD).wasHere(earlierSession);
        }
    }

    /** Something more is done in the world as it stands, or undone. */
    public void set(Deed deed, boolean isDone) {
        world.set(deed, isDone);
        if (deed == Deed.TASKS_MOVED || deed == Deed.OLD_APP_OFF) {
            vendors.heroku().scaleAsGiven();
            apis.asGiven();
        }
        switch (deed) {
            case VENDORS_MOVED -> vendors.preset(world.users());
            case PASSWORD_CHANGED -> stock.join().database().password(passwords.good());
            case COPY_RESTORED -> copy(isDone);
            case RESTORED_IS_LIVE -> live(isDone);
            case DAY_PASSED -> ground.aDayLater();
            case TASKS_MOVED -> ground.jobs(world.tasks());
            default -> {}
        }
    }

    private void copy(boolean wanted) {
        if (wanted) {
            restoration.join().copy();
        } else {
            stock.join().database().dropRestored();
        }
    }

    private void live(boolean restored) {
        if (restored) {
            world.set(Deed.RESTORED_IS_LIVE, stock.join().database().goLiveWithRestored());
        } else {
            stock.join().database().takeBackWhatWasSetAside();
        }
    }

    /** That happens to the live database, and to the files where it reaches them. */
    public void befalls(Harm harm) {
        restoration.join().befalls(harm);
        if (harm.reachesDocuments()) {
            apis.write(builtAnew());
        }
    }

    /** The documents as the application would build them from its records as they are now: key and content. */
    public Map<String, byte[]> builtAnew() {
        return stock.join().builtAnew();
    }

    /** Two people apply, after the snapshot was taken. */
    public void somebodyApplies() {
        restoration.join().someCameLater();
    }

    /** Whether that is done in the world as it stands. */
    public boolean is(Deed deed) {
        return world.is(deed);
    }

    /** Puts the live database and the files back to what {@link #keepData} kept, if it did. */
    public void takeBackData() {
        stock.join().database().takeBackKept();
        apis.takeBackFiles();
    }

    /** Keeps the live database as it is now beside it, under the name {@link #KEPT}, and notes how the files are. */
    public void keepData() {
        stock.join().database().keep();
        apis.keepFiles();
    }

    /** So much time passes that resolvers have forgotten all that they knew. */
    public void namesAreForgotten() {
        nameServers.flush();
    }

    /** So much time passes that nobody is being sent on any more who came by the old name while it redirected. */
    public void nobodyIsSentOn() {
        streets.nobodyIsSentOn();
    }

    /** What visits have left in the database so far. */
    public Counters counters() {
        return stock.join().counters();
    }

    /**
     * Lays an error mail of the new site, an hour old, into the mailbox of the alerts. {@link Fault#ONLY_OLD_MAIL} does
     * so by itself when it is switched on.
     */
    public void leaveErrorMailOfAnEarlierRun() {
        ground.leaveErrorMailOfAnEarlierRun(Side.NEW);
    }

    /** Starts the debug task as an operator of that side would, from a shell of its platform. */
    public void runDebugTask(Side side) {
        running.join().get(side).runDebugTask(ids.uuid());
    }

    /** Ends all of it; the folder stays. */
    @Override
    public void close() {
        closers.close();
    }

    /** A database that never came up leaves nothing to close. */
    private void closeStock() {
        stock.handle((filled, failure) -> Optional.ofNullable(filled)).join().ifPresent(Stock::close);
    }

    private Path authorityFile() {
        return folder.resolve("authority.pem");
    }

    private Path namedFile() {
        return folder.resolve("named.txt");
    }

    /** Keys that the database names, as a query would print them. */
    private List<String> named() {
        return Stream.concat(
                        stock.join().documents().keySet().stream(),
                        Stream.of(MediaBuckets.WITH_COLON, MediaBuckets.WITH_BLANK, MediaBuckets.TEMPLATE))
                .toList();
    }

    private DnsWorld nameServers() {
        return nameServers;
    }

    private Streets streets() {
        return streets;
    }

    /** The old platform before the old application, which it finds in that state. */
    private HerokuRouter router(HerokuFront oldSite, Supplier<HerokuRouter.App> app) {
        return new HerokuRouter(oldSite, app, HerokuRouter.Generation.SECOND, ground.herokuLog()::router);
    }

    private Streets streets(Clock clock) {
        Assets assets = new Assets(sites.build(Side.NEW), faults, Side.NEW);
        Bucket bucket = key -> assets.find(key).map(asset -> new Bucket.Stored(asset.content(), asset.contentType()));
        HerokuFront oldSite = new HerokuFront(
                request -> running.join().get(Side.OLD).answer(request), ground.herokuLog(), faults, LIMIT, clock, ids);
        OldApp oldApp = new OldApp(world, vendors.heroku()::inMaintenance, faults);
        Front old = router(oldSite, oldApp::underItsDomain);
        Map<PublicAddress, Front> others = new EnumMap<>(new MovedNames(faults, ids, old).fronts());
        others.put(PublicAddress.PLATFORM, router(oldSite, oldApp::underItsPlatformName));
        return new Streets(
                new House(later),
                authority,
                faults,
                new GatewayFront(
                        request -> running.join().get(Side.NEW).answer(request),
                        ground.lambdaLog(),
                        faults,
                        LIMIT,
                        clock,
                        ids),
                old,
                new AssetFront(bucket, faults, clock, ids),
                others,
                vendors,
                apis);
    }

    private AccountApis apis(Clock clock) {
        Map<String, Command> commands =
                Map.of("run_debug_task", id -> running.join().get(Side.NEW).runDebugTask(id));
        return new AccountApis(
                new AwsFront(ground.key(), commands, ground.lambdaLog(), ground.group(), faults, clock, ids),
                ground.key(),
                ground.retiredKey(),
                account,
                hostedZones,
                faults,
                clock);
    }

    /** What people do to the old application through its platform. */
    private void scaled(String type, int quantity) {
        if (type.equals("web")) {
            world.set(Deed.OLD_APP_OFF, quantity == 0);
        }
        if (type.equals("clock")) {
            ground.jobs(quantity > 0 ? Side.OLD : Side.NEW);
        }
    }

    /** Somebody starts a command at the old platform, in a process of its own. */
    private void runAlone(String process, String command) {
        OneOff oneOff = new OneOff(process, ground.herokuLog(), ids);
        later.execute(() ->
                oneOff.run(command, Map.of("run_debug_task", running.join().get(Side.OLD)::runDebugTask)));
    }

    /** What was changed by the means of the vendors, and not by {@link #set}, is as the moment has it. */
    private void fallBack() {
        names.forgetUpdates();
        vendors.heroku().asGiven();
        vendors.pingdom().usersAt(world.users());
        apis.asGiven();
        apis.filesAsGiven();
    }
}
