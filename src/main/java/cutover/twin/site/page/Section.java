package cutover.twin.site.page;

import cutover.twin.site.store.Submission;
import java.util.List;

/** A group of lines on the page of an application. */
public record Section(String name, String title, List<Datum> data) {

    /** All that a submission says, with birth date and number in clear. */
    public static List<Section> of(Submission person, String received) {
        return List.of(
                new Section(
                        "identification",
                        "Identification",
                        List.of(
                                new Datum("full_name", "Name", person.fullName()),
                                new Datum("dob", "Date of birth", person.birthDateText()),
                                new Datum("ssn", "Social Security Number", person.ssn()))),
                new Section(
                        "contact_info",
                        "Contact info",
                        List.of(
                                new Datum("email", "E-mail", person.email()),
                                new Datum("phone_number", "Phone number", person.phone()),
                                new Datum("address", "Address", person.answer("address")))),
                new Section(
                        "case_status",
                        "Case status",
                        List.of(
                                new Datum("on_probation", "On probation", person.answer("on_probation")),
                                new Datum("owes_court_fees", "Owes court fees", person.answer("owes_court_fees")),
                                new Datum("us_citizen", "US citizen", person.answer("us_citizen")))),
                new Section(
                        "financial",
                        "Financial",
                        List.of(
                                new Datum("employed", "Employed", person.answer("employed")),
                                new Datum("monthly_income", "Monthly income", person.answer("monthly_income")))),
                new Section(
                        "meta",
                        "Other",
                        List.of(
                                new Datum("date_received", "Applied on", received),
                                new Datum("counties", "Counties", person.answer("counties")),
                                new Datum(
                                        "additional_information",
                                        "Additional information",
                                        person.answer("additional_information")))));
    }
}
