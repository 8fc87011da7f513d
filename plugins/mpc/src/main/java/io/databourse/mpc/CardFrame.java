package io.databourse.mpc;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The card of a task of two owners, of which those of one form say the same but for a few words.
public final class CardFrame {
    private final TaskCard.Deployment form;
    private final String name;
    private final Text title;
    private final Text summary;
    private final Text ownersLearn;
    private final List<TaskCard.Role> roles = new ArrayList<>();
    private final Map<String, Text> learns = new TreeMap<>();
    private final List<Disclosure.Size> sizes = new ArrayList<>();
    private final List<Text> apart = new ArrayList<>();
    private final List<Text> notProtected = new ArrayList<>();
    private String parameters = "";
    private String source = "";
    private boolean resumable;

    private CardFrame(
            TaskCard.Deployment form, String name, Text title, Text summary, Text ownersLearn) {
        this.form = form;
        this.name = name;
        this.title = title;
        this.summary = summary;
        this.ownersLearn = ownersLearn;
    }

    /// By way of a compute node, after [PsiCard#PROXY_SOURCE].
    public static CardFrame proxy(String name, Text title, Text summary) {
        var frame =
                new CardFrame(
                        TaskCard.Deployment.PROXY, name, title, summary, PsiCard.OWNERS_LEARN);
        frame.roles.add(PsiCard.compute());
        frame.learns.put(PsiCard.COMPUTE, PsiCard.LEARNED_BY_NODE);
        frame.sizes.addAll(PsiCard.PROXY_SIZES);
        frame.apart.add(PsiCard.NODE_KEEPS_APART);
        frame.notProtected.add(PsiCard.NOT_MALICIOUS);
        frame.source = PsiCard.PROXY_SOURCE;
        return frame;
    }

    /// Between the two owners alone.
    public static CardFrame distributed(String name, Text title, Text summary) {
        var frame =
                new CardFrame(
                        TaskCard.Deployment.DISTRIBUTED,
                        name,
                        title,
                        summary,
                        DistributedCard.OWNERS_LEARN);
        frame.sizes.addAll(DistributedCard.SIZES);
        frame.notProtected.add(DistributedCard.NOT_MALICIOUS);
        return frame;
    }

    public CardFrame parameters(List<? extends TaskParameter> all) {
        parameters = TaskParameter.schema(all);
        return this;
    }

    /// The part of the owners.
    public CardFrame owners(TaskCard.Role role) {
        roles.addFirst(role);
        return this;
    }

    /// What the receiver learns besides what both owners do, to stand behind "also learns".
    public CardFrame receiverLearns(String zh, String en) {
        learns.put(
                PsiCard.DATA,
                new Text(
                        ownersLearn.zh() + "结果方另得知" + zh + "。",
                        ownersLearn.en() + " The receiver also learns " + en + "."));
        return this;
    }

    /// What the compute node learns besides.
    public CardFrame nodeLearns(Text more) {
        var usual = PsiCard.LEARNED_BY_NODE;
        learns.put(
                PsiCard.COMPUTE,
                new Text(usual.zh() + " " + more.zh(), usual.en() + " " + more.en()));
        return this;
    }

    public CardFrame size(Disclosure.Size more) {
        sizes.add(more);
        return this;
    }

    public CardFrame apart(Text more) {
        apart.add(more);
        return this;
    }

    /// What it does not protect, and what it assumes.
    public CardFrame notProtected(Text... more) {
        notProtected.addAll(List.of(more));
        return this;
    }

    /// The papers, behind those of the form.
    public CardFrame source(String more) {
        source += more;
        return this;
    }

    public CardFrame resumable() {
        resumable = true;
        return this;
    }

    public TaskCard card() {
        return new TaskCard(
                name,
                TaskCard.Kind.BATCH,
                title,
                summary,
                parameters,
                roles,
                PsiCard.METERS,
                resumable,
                form,
                new Disclosure(
                        form == TaskCard.Deployment.PROXY
                                ? PsiCard.SEMI_HONEST
                                : DistributedCard.SEMI_HONEST,
                        learns,
                        sizes,
                        apart,
                        notProtected,
                        source));
    }
}
