package cutover.junit;

import cutover.notice.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the team finds the report of a run: where the caller says, else at the pipeline's build, else on this machine. */
record Links(Map<String, String> variables, Optional<String> reportUrl) {

    List<Link> of(Path report) {
        return web(reportUrl, "Report")
                .or(() -> web(said("BUILD_URL"), "Build in Jenkins"))
                .or(() -> web(github(), "Run in GitHub Actions"))
                .or(() -> web(said("CI_JOB_URL"), "Job in GitLab"))
                .map(List::of)
                .orElseGet(() -> List.of(new Link("Report", report.toString())));
    }

    private Optional<String> github() {
        return said("GITHUB_SERVER_URL")
                .flatMap(server -> said("GITHUB_REPOSITORY")
                        .flatMap(repository ->
                                said("GITHUB_RUN_ID").map(run -> server + "/" + repository + "/actions/runs/" + run)));
    }

    private Optional<String> said(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** Without a name and password, should somebody have put them there. */
    private static Optional<Link> web(Optional<String> url, String title) {
        return url.map(String::strip)
                .filter(text -> text.matches("(?i)https?://.+"))
                .flatMap(Links::plain)
                .map(text -> new Link(title, text));
    }

    private static Optional<String> plain(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(uri.getRawUserInfo() == null ? url : url.replaceFirst("//[^/@]*@", "//"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
