package dev.devsync.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** What CloudFormation would receive, as a tree to look around in. */
record StackTemplate(String name, Template template, JsonNode root) {

  static StackTemplate of(Stack stack) {
    var template = Template.fromStack(stack);
    return new StackTemplate(
        stack.getStackName(), template, new ObjectMapper().valueToTree(template.toJSON()));
  }

  /** Logical id to properties. */
  Map<String, JsonNode> properties(String type) {
    return root.get("Resources").properties().stream()
        .filter(resource -> resource.getValue().get("Type").asText().equals(type))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, resource -> resource.getValue().path("Properties")));
  }

  /** The properties of the resource whose logical id starts like this. */
  JsonNode only(String type, String idPrefix) {
    var found =
        properties(type).entrySet().stream()
            .filter(resource -> resource.getKey().startsWith(idPrefix))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(name + " has " + found.size() + " " + type + " " + idPrefix + "*");
    }
    return found.getFirst().getValue();
  }

  JsonNode only(String type) {
    return only(type, "");
  }

  /** The id the template gave to the only resource whose id starts like this. */
  String idOf(String type, String idPrefix) {
    return properties(type).keySet().stream()
        .filter(id -> id.startsWith(idPrefix))
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
  }

  List<String> types() {
    return items(root.get("Resources")).map(resource -> resource.get("Type").asText()).toList();
  }

  /** Every statement of every policy in the stack that allows something. */
  Stream<JsonNode> allowances() {
    return Stream.of("AWS::IAM::Policy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy")
        .flatMap(type -> properties(type).values().stream())
        .flatMap(policy -> items(policy.at("/PolicyDocument/Statement")))
        .filter(statement -> statement.get("Effect").asText().equals("Allow"));
  }

  static Stream<JsonNode> items(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** A value that may be written alone or as a list. */
  static List<String> texts(JsonNode node) {
    return node.isArray() ? items(node).map(JsonNode::asText).toList() : List.of(node.asText());
  }

  @Override
  public String toString() {
    return name;
  }
}
