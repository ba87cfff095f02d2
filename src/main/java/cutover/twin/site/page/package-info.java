/** Pages as HTML: the templates and the values that they show. */
package cutover.twin.site.page;
