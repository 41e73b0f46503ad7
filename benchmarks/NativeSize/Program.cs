using CnnGen.ModelZoo;

var network = new LeNet5(seed: 1);
float[] scores = new float[LeNet5.OutputLength];
network.Predict(new float[LeNet5.InputLength], scores);
Console.WriteLine(scores[0]);
