/** What the framework beneath the application does by itself: cookies, tokens, plain error pages, error mail. */
package cutover.twin.site.django;
