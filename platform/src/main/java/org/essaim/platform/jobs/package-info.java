/** Long work as leased rows: any replica may do it, one job a subject at a time, in the order it was asked for. */
@NullMarked
package org.essaim.platform.jobs;

import org.jspecify.annotations.NullMarked;
