/** Plans, their cancellation, and what became of each follow. From confirmed matches to follow.plans.v1, at most two hundred targets a record and in order for each acting account; back by follow.results.v1 to the progress that a person watches. */
@NullMarked
package org.essaim.gateway.follows;

import org.jspecify.annotations.NullMarked;
