/** What the demo found out, for people ({@link org.essaim.local.demo.report.Report}) and for tests, as JSON. */
@NullMarked
package org.essaim.local.demo.report;

import org.jspecify.annotations.NullMarked;
