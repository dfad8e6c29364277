/** What archive-ingest says of uploads. */
@NullMarked
package org.essaim.gateway.migrations.kafka;

import org.jspecify.annotations.NullMarked;
