// Some tests count what the whole process allocates.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
