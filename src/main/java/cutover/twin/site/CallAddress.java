package cutover.twin.site;

import cutover.twin.site.django.Params;

/**
 * The address that the telephone vendor called, in the pieces over which a signature can go wrong.
 *
 * @param host as the Host header has it, with its port if that is not the default
 * @param stage what the gateway's own address puts before the path
 * @param query raw; empty when there is none
 */
record CallAddress(String host, String stage, String path, String query) {

    static CallAddress of(Visit visit) {
        return new CallAddress(
                visit.request().host(),
                visit.request().stage(),
                visit.request().path(),
                visit.request().query());
    }

    CallAddress withHost(String other) {
        return new CallAddress(other, stage, path, query);
    }

    CallAddress withStage(String other) {
        return new CallAddress(host, other, path, query);
    }

    CallAddress withQuery(String other) {
        return new CallAddress(host, stage, path, other);
    }

    /** As the application spells it for the check: https everywhere, even in the query, and no slash at the end. */
    String canonical() {
        String url = full().replace("http:", "https:");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private String full() {
        return "https://" + host + Params.quote(stage + path) + (query.isEmpty() ? "" : "?" + query);
    }
}
