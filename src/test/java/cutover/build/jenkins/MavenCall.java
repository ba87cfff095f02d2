package cutover.build.jenkins;

import java.time.Duration;

/**
 * How a call of Maven goes on this server.
 *
 * @param report what {@code report.json} then holds; empty when none is written
 */
record MavenCall(int exit, String report, Duration takes) {

    static MavenCall ends(int exit, String decision, String environment, String... reasons) {
        StringBuilder told = new StringBuilder();
        for (String reason : reasons) {
            told.append(told.isEmpty() ? "" : ",")
                    .append("{\"step\":\"L6\",\"sentence\":\"")
                    .append(reason)
                    .append("\"}");
        }
        return new MavenCall(
                exit,
                "{\"decision\":\"%s\",\"facts\":{\"environment\":\"%s\"},\"reasons\":[%s]}"
                        .formatted(decision, environment, told),
                Duration.ofMinutes(20));
    }

    static MavenCall withoutReport(int exit) {
        return new MavenCall(exit, "", Duration.ofMinutes(1));
    }

    static MavenCall hangs() {
        return new MavenCall(0, "", Duration.ofDays(30));
    }

    /** With the way back as {@code report.json} has it: one subject that is possible, one at a cost. */
    MavenCall goingBackUntil(String time) {
        String way = """
                {"standing":"at-a-cost","until":"%s","subjects":[
                {"subject":"redirects","standing":"possible","words":[],"witnesses":["L17: http://old.example.org"]},
                {"subject":"names","standing":"at-a-cost","words":["60 s"],"witnesses":[]}]}""".formatted(time);
        return new MavenCall(exit, report.replaceFirst("\\{", "{\"wayBack\":" + way + ","), takes);
    }
}
