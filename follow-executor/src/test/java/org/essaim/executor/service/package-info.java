/** The whole service against a real broker, database and PDS, and a stand-in Mastodon. */
@NullMarked
package org.essaim.executor.service;

import org.jspecify.annotations.NullMarked;
