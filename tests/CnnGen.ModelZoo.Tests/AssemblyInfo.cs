// The machine's cores and memory belong to the network under test.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
