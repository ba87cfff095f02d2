package cutover.twin.site;

import cutover.twin.web.WebResponse;

/** Answers one kind of address. */
@FunctionalInterface
interface View {

    WebResponse answer(Visit visit);
}
