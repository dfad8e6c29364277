/** The bytes that people brought, between the gateway's hands and ours. They live until they are read, a day at most. */
@NullMarked
package org.essaim.ingest.uploads;

import org.jspecify.annotations.NullMarked;
