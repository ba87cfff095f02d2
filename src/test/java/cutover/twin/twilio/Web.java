package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.front.Hosts;
import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import cutover.twin.internet.Internet;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An internet with one small application: it greets, records, and answers 200 to the recording. */
final class Web implements Internet {

    static final String NEW = "https://" + Hosts.NEW;
    static final String OLD = "https://" + Hosts.OLD;
    static final String CALL = "/phone/handle-incoming-call";
    static final String MESSAGE = "/phone/handle-new-message";
    static final String VOICE = NEW + CALL + "?source=twilio&line=voicemail";

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Asked, Came>> pages = new ConcurrentHashMap<>();

    Web() {
        for (String host : List.of(NEW, OLD)) {
            twiml(host + CALL, "<Play>/static/hello.mp3</Play><Record action=\"" + host + MESSAGE + "\"/>");
            page(host + MESSAGE, 200, "text/html", "");
            page(host + "/static/hello.mp3", 200, "audio/mpeg", "ID3");
        }
    }

    @Override
    public Came fetch(Asked request) {
        asked.add(request);
        String address = request.url().toString().replaceFirst("\\?.*$", "");
        return pages.getOrDefault(address, other -> answer(404, "text/html", "Not Found"))
                .apply(request);
    }

    void twiml(String address, String verbs) {
        page(address, 200, "text/xml", "<?xml version=\"1.0\"?><Response>" + verbs + "</Response>");
    }

    void page(String address, int status, String type, String body) {
        pages.put(address, request -> answer(status, type, body));
    }

    void redirect(String address, int status, String location) {
        WebResponse response = new WebResponse(status, List.of(Map.entry("Location", location)), new byte[0]);
        pages.put(address, request -> new Came.Answer(response));
    }

    void broken(String address, Came.Reason reason) {
        pages.put(address, request -> new Came.Nothing(reason, "as the test wants it"));
    }

    void answers(String address, Function<Asked, Came> answer) {
        pages.put(address, answer);
    }

    /** What was asked for so far, as method and address. */
    List<String> lines() {
        return asked.stream()
                .map(request -> request.method() + " " + request.url())
                .toList();
    }

    Asked to(String address) {
        return asked.stream()
                .filter(request -> request.url().toString().startsWith(address))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> form(Asked request) {
        Map<String, String> form = new TreeMap<>();
        Form.read(new String(request.body(), UTF_8))
                .fields()
                .forEach(field -> form.put(field.getKey(), field.getValue()));
        return form;
    }

    static Came answer(int status, String type, String body) {
        return new Came.Answer(WebResponse.text(status, type, body));
    }
}
