package import Definition

/// The three folders of a small collection.
package func folders(_ collection: SmallCollection) -> CollectionFolders {
  CollectionFolders(
    pipeline: collection.pipeline, input: collection.input, output: collection.output)
}

/// The three folders of the collection `small` in a working folder.
package func folders(_ workdir: Workdir) -> CollectionFolders {
  CollectionFolders(
    pipeline: "\(workdir.path)/Pipelines/small", input: "\(workdir.path)/Input/small",
    output: "\(workdir.path)/Output/small")
}
