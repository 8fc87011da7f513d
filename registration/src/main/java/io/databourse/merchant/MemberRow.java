package io.databourse.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A person belongs to one organisation at most.
@Entity
@Table(name = "merchant_member")
class MemberRow {
    @Id String username = "";

    @Column(name = "merchant_id")
    String merchantId = "";

    MemberRow() {}

    MemberRow(String username, String merchantId) {
        this.username = username;
        this.merchantId = merchantId;
    }
}
