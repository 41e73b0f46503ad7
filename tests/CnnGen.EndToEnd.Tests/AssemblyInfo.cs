// Allocation is counted for the whole process, and the machine's cores belong to the network under test.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
