/** The service as a whole, on a real broker and a real database. */
@NullMarked
package org.essaim.ingest.service;

import org.jspecify.annotations.NullMarked;
