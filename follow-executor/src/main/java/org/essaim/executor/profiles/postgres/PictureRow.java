package org.essaim.executor.profiles.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A small picture under its digest; it never changes. */
@Entity(name = "Picture")
@Table(name = "picture")
class PictureRow {

    @Id
    String digest = "";

    byte[] jpeg = {};
}
