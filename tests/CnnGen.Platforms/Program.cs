using CnnGen.Platforms;

// The tests in this assembly, on a platform where no test host runs. Arguments: parts of the names of tests to run; none for all.
return new TestRun(Console.Out).Run(typeof(TestRun).Assembly, args) ? 0 : 1;
