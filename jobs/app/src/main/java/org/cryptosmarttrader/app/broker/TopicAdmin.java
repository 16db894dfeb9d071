package org.cryptosmarttrader.app.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.cryptosmarttrader.wire.events.Topics;

/** Makes the topics a run needs. */
public final class TopicAdmin {

    /** A broker that made a topic may for a moment not know it yet. */
    private static final long KNOWN_SECONDS = 15;

    private TopicAdmin() {}

    /**
     * Creates topics; done when the broker tells others of them.
     *
     * @throws IllegalStateException if one exists already or the broker cannot be reached
     */
    public static void create(String bootstrap, List<String> names, int partitions) {
        List<NewTopic> topics =
                names.stream().map(name -> topic(name, partitions)).toList();
        try (Admin admin = Admin.create(settings(bootstrap))) {
            admin.createTopics(topics).all().get();
            awaitKnown(admin, names);
        } catch (ExecutionException e) {
            String advice = e.getCause() instanceof TopicExistsException
                    ? "remove it or choose another --topic-prefix"
                    : "start a broker there or name another with --bootstrap";
            throw new IllegalStateException(
                    "kafka %s: topics %s could not be created (%s); %s"
                            .formatted(bootstrap, names, e.getCause().getMessage(), advice),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("kafka %s: interrupted while creating topics".formatted(bootstrap), e);
        }
    }

    private static void awaitKnown(Admin admin, List<String> names) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(KNOWN_SECONDS);
        while (!isKnown(admin, names)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "kafka: topics %s were created and are not known after %d s; look at the broker's log"
                                .formatted(names, KNOWN_SECONDS));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean isKnown(Admin admin, List<String> names) throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Creates the topics of an installation that are not there yet.
     *
     * @param partitions of each but those of announcements and executions, which have one
     * @throws IllegalStateException if the broker cannot be reached
     */
    public static void ensure(String bootstrap, Topics topics, int partitions) {
        Set<String> there = names(bootstrap);
        List<String> many = new ArrayList<>(List.of(topics.events()));
        Topics.outputs().forEach(output -> many.add(topics.of(output)));
        many.removeAll(there);
        create(bootstrap, many, partitions);
        List<String> single = new ArrayList<>(List.of(topics.announcements(), topics.executions()));
        single.removeAll(there);
        create(bootstrap, single, 1);
    }

    private static Set<String> names(String bootstrap) {
        try (Admin admin = Admin.create(settings(bootstrap))) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "kafka %s: its topics could not be listed (%s); start a broker there or name another with --bootstrap"
                            .formatted(bootstrap, e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("kafka %s: interrupted while listing topics".formatted(bootstrap), e);
        }
    }

    /** Nothing is thrown away: what the archive does not hold yet is only here. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    private static Properties settings(String bootstrap) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "15000"));
        return settings;
    }
}
