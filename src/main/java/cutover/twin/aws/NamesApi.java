package cutover.twin.aws;

import cutover.twin.dns.DnsWorld;
import cutover.twin.dns.RecordSet;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/**
 * The name service, which keeps the zone of the new name. What is changed is seen at once by whoever asks its servers,
 * but said to be on its way at first. Pages are short, so that whoever reads only the first is found out.
 */
public final class NamesApi {

    static final String ZONE = "clearmyrecord.org.";
    static final String ZONE_ID = "Z0TWIN7CLEARMYRECORD";

    private static final int PER_PAGE = 3;
    private static final Pattern SETS = Pattern.compile("/2013-04-01/hostedzone/([^/]+)/rrset/?");
    private static final Pattern CHANGE = Pattern.compile("/2013-04-01/change/([^/]+)");
    private static final String BY_NAME = "/2013-04-01/hostedzonesbyname";

    private final Supplier<DnsWorld> world;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final Map<String, AtomicInteger> onTheirWay = new ConcurrentHashMap<>();

    /** @param world asked at each request, not before */
    public NamesApi(Supplier<DnsWorld> world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Says of the next so many calls that they are too many. */
    public void throttle(int calls) {
        throttled.set(calls);
    }

    /** Is not done with an earlier change when the next so many come. */
    public void keepBusy(int calls) {
        busy.set(calls);
    }

    /** Which changes were made, and what is to be answered to the next calls, is forgotten. */
    public void asGiven() {
        throttled.set(0);
        busy.set(0);
        onTheirWay.clear();
    }

    /** What a request asks for, as the vendor calls the permission. */
    static String action(Incoming request) {
        if (SETS.matcher(request.path()).matches()) {
            return request.method().equals("POST") ? "ChangeResourceRecordSets" : "ListResourceRecordSets";
        }
        return request.path().equals(BY_NAME) ? "ListHostedZonesByName" : "GetChange";
    }

    WebResponse answer(Incoming request) {
        if (taken(throttled)) {
            return XmlAnswer.queryError(400, "Throttling", "Rate exceeded");
        }
        Matcher sets = SETS.matcher(request.path());
        if (sets.matches()) {
            return sets.group(1).equals(ZONE_ID)
                    ? sets(request)
                    : XmlAnswer.queryError(404, "NoSuchHostedZone", "No hosted zone found with ID: " + sets.group(1));
        }
        Matcher change = CHANGE.matcher(request.path());
        if (request.method().equals("GET") && change.matches()) {
            return change(change.group(1));
        }
        return request.method().equals("GET") && request.path().equals(BY_NAME)
                ? zones(Form.query(request.query()))
                : XmlAnswer.queryError(404, "UnknownOperationException", "no such operation");
    }

    private WebResponse sets(Incoming request) {
        return request.method().equals("POST") ? change(request.body()) : list(Form.query(request.query()));
    }

    /** Those whose names come at or after the one that is asked for: it need not be among them. */
    private WebResponse zones(Form form) {
        boolean after = ZoneOrder.key(ZONE).compareTo(ZoneOrder.key(form.value("dnsname"))) >= 0;
        String zone = XmlAnswer.element(
                "HostedZone",
                XmlAnswer.element("Id", "/hostedzone/" + ZONE_ID)
                        + XmlAnswer.element("Name", ZONE)
                        + XmlAnswer.element("CallerReference", "launch")
                        + XmlAnswer.element("Config", XmlAnswer.element("PrivateZone", "false"))
                        + XmlAnswer.element("ResourceRecordSetCount", Integer.toString(there().size())));
        return NamesXml.answer(
                "ListHostedZonesByNameResponse",
                XmlAnswer.element("HostedZones", after ? zone : "")
                        + XmlAnswer.element("IsTruncated", "false")
                        + XmlAnswer.element("MaxItems", "100"));
    }

    private WebResponse list(Form form) {
        if (form.field("type").isPresent() && form.field("name").isEmpty()) {
            return XmlAnswer.queryError(400, "InvalidInput", "a type needs a name");
        }
        String from = ZoneOrder.key(form.value("name")) + ZoneOrder.key(form.value("type"));
        List<RecordSet> after = there().stream()
                .filter(set -> ZoneOrder.key(set).compareTo(from) >= 0)
                .toList();
        int most =
                Math.min(PER_PAGE, form.field("maxitems").map(Integer::parseInt).orElse(PER_PAGE));
        return NamesXml.page(after, most);
    }

    private WebResponse change(byte[] body) {
        if (taken(busy)) {
            return XmlAnswer.queryError(
                    400,
                    "PriorRequestNotComplete",
                    "The request was rejected because Route 53 was still processing a prior request.");
        }
        try {
            ZoneBatch batch = new ZoneBatch(ZONE, there());
            NamesXml.changes(body).forEach(batch::make);
            List<String> wrong = batch.wrong();
            if (!wrong.isEmpty()) {
                return XmlAnswer.queryError(400, "InvalidChangeBatch", wrong.toString());
            }
            world.get().update(ZONE, batch.changed());
            String id = "C0TWIN%08d".formatted(changes.incrementAndGet());
            onTheirWay.put(id, new AtomicInteger(1));
            return NamesXml.change("ChangeResourceRecordSetsResponse", id, "PENDING", clock.instant());
        } catch (SAXException | IllegalArgumentException e) {
            return XmlAnswer.queryError(400, "InvalidInput", String.valueOf(e.getMessage()));
        }
    }

    private WebResponse change(String id) {
        AtomicInteger asked = onTheirWay.get(id);
        return asked == null
                ? XmlAnswer.queryError(404, "NoSuchChange", "Could not find resource with ID: " + id)
                : NamesXml.change("GetChangeResponse", id, taken(asked) ? "PENDING" : "INSYNC", clock.instant());
    }

    private List<RecordSet> there() {
        return world.get().zone(ZONE).sets().stream()
                .sorted(Comparator.comparing((RecordSet set) -> ZoneOrder.key(set)))
                .toList();
    }

    private static boolean taken(AtomicInteger left) {
        return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }
}
