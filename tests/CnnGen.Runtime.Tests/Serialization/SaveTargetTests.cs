using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CnnGen.Runtime.Tests;

/// <summary>What a path may lead to besides an ordinary file, and what saving leaves of it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SaveTargetTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everyone =
        Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Closed =
        ReadOnly | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Open = Closed | Everyone;

    private static readonly ParameterInfo[] Parameters = [new("a", [3], Offset: 0, Length: 3, IsTrainable: true)];
    private static readonly float[] Old = [1, 2, 3];
    private static readonly float[] New = [4, 5, 6];

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-targets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public void ALinkStaysAndItsTargetChanges()
    {
        string target = Saved("weights");
        string link = Link("link", "weights");
        string second = Link("second", link);
        Save(second, New);
        Assert.Equal(New, Load(target));
        Assert.Equal("weights", new FileInfo(link).LinkTarget);
        Assert.Equal(link, new FileInfo(second).LinkTarget);
        AssertEntries("link", "second", "weights");
    }

    [UnixFact]
    public void ALinkToNothingBringsItsTargetIntoBeing()
    {
        string link = Link("link", "./none/../weights");
        Directory.CreateDirectory(In("none"));
        Save(link, New);
        Assert.Equal(New, Load(In("weights")));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [UnixFact]
    public void ALinkIsReadFromTheFolderThatItReallyLiesIn()
    {
        // real/deep/link leads to real/weights, and is reached through near -> real/deep.
        Directory.CreateDirectory(In("real/deep"));
        string target = Saved("real/weights");
        string bystander = Saved("weights");
        Link("real/deep/link", "../weights");
        Link("near", "real/deep");
        Save(In("near/link"), New);
        Assert.Equal(New, Load(target));
        Assert.Equal(Old, Load(bystander));
    }

    [UnixFact]
    public void LinksInACircleAreRefused()
    {
        string link = Link("a", "b");
        Link("b", "a");
        var exception = Assert.Throws<IOException>(() => Save(link, New));
        Assert.Contains(link, exception.Message);
        AssertEntries("a", "b");
    }

    [UnixFact]
    public void TheModeStays()
    {
        string path = Saved("weights");
        foreach (UnixFileMode mode in (UnixFileMode[])[Private, Everyone, Private | UnixFileMode.GroupRead])
        {
            File.SetUnixFileMode(path, mode);
            Save(path, New);
            Assert.Equal(mode, File.GetUnixFileMode(path));
        }

        string other = In("other");
        File.WriteAllText(other, "");
        Assert.Equal(File.GetUnixFileMode(other), File.GetUnixFileMode(Saved("new")));
    }

    [UnixFact]
    public void NamesAsLongAsTheFileSystemAllowsWork()
    {
        foreach (string name in (string[])[new string('n', 230), new string('n', 255), new string('重', 85)])
        {
            string path = Saved(name);
            Save(path, New);
            Assert.Equal(New, Load(path));
        }

        Assert.Equal(3, Directory.GetFileSystemEntries(_folder).Length);
    }

    [UnixFact]
    public void ANamedPipeIsWrittenThrough()
    {
        string pipe = In("pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        byte[] expected = File.ReadAllBytes(Saved("weights"));
        for (int round = 0; round < 2; round++)
        {
            Task<byte[]> reader = Task.Run(() => File.ReadAllBytes(pipe));
            Save(pipe, Old);
            Assert.Equal(expected, reader.Result);
        }

        AssertEntries("pipe", "weights");
    }

    /// <summary>Standard output is such a link.</summary>
    [UnixFact]
    public void ALinkToAnOpenPipeIsWrittenThrough()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        string link = Link("stdout", $"/proc/self/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}");
        Save(link, Old);
        byte[] expected = File.ReadAllBytes(Saved("weights"));
        byte[] found = new byte[expected.Length];
        pipe.ReadExactly(found);
        Assert.Equal(expected, found);
        AssertEntries("stdout", "weights");
    }

    [UnixFact]
    public void AnOpenFileWithoutANameIsWrittenInPlace()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        byte[] expected = File.ReadAllBytes(Saved("weights"));
        using var file = new FileStream(In("gone"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Write(new byte[1000]);
        file.Flush();
        File.Delete(file.Name);
        Save($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}", Old);
        byte[] found = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(found);
        Assert.Equal(expected, found);
        AssertEntries("weights");
    }

    [UnixFact]
    public void ADeviceIsWrittenThroughAndItsErrorsAreTold()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        string link = Link("link", "/dev/full");
        var exception = Assert.Throws<IOException>(() => Save(link, New));
        Assert.Contains(link, exception.Message);
        AssertEntries("link");
        Save(Link("hole", "/dev/null"), New);
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [UnixFact]
    public void AWritableFileInAReadOnlyFolderIsWrittenInPlace()
    {
        string shorter = Saved("weights");
        byte[] expected = File.ReadAllBytes(shorter);
        File.AppendAllText(shorter, "and an end that must go");
        AsNobody(shorter, Everyone, Closed, () => Save(shorter, Old));
        Assert.Equal(expected, File.ReadAllBytes(shorter));
        AssertEntries("weights");
    }

    [UnixFact]
    public void NothingIsCreatedInAReadOnlyFolder()
    {
        string bystander = Saved("weights");
        string path = In("new");
        AsNobody(bystander, Everyone, Closed, () => Assert.Contains(path, Assert.Throws<IOException>(() => Save(path, New)).Message));
        AssertEntries("weights");
    }

    [UnixFact]
    public void AWriteProtectedFileIsRefused()
    {
        string path = Saved("weights");
        AsNobody(path, ReadOnly, Open, () => Assert.Contains(path, Assert.Throws<IOException>(() => Save(path, New)).Message));
        Assert.Equal(Old, Load(path));
        AssertEntries("weights");
    }

    /// <summary>Runs as a user who has no rights but those given here to everyone; a superuser needs none otherwise.</summary>
    private void AsNobody(string file, UnixFileMode fileMode, UnixFileMode folderMode, Action action)
    {
        File.SetUnixFileMode(file, fileMode);
        File.SetUnixFileMode(_folder, folderMode);
        bool isSuperuser = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux();
        try
        {
            _ = isSuperuser ? SetFileUser(65534) : 0;
            action();
        }
        finally
        {
            _ = isSuperuser ? SetFileUser(0) : 0;
            File.SetUnixFileMode(_folder, Open);
        }
    }

    /// <summary>Linux keeps this per thread.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(uint user);

    private string In(string name) => Path.Combine(_folder, name);

    private string Link(string name, string target) => File.CreateSymbolicLink(In(name), target).FullName;

    private string Saved(string name)
    {
        Save(In(name), Old);
        return In(name);
    }

    private static void Save(string path, float[] values) => Safetensors.Save(path, Parameters, values);

    private static float[] Load(string path)
    {
        float[] values = new float[3];
        Safetensors.Load(path, Parameters, values);
        return values;
    }

    private void AssertEntries(params string[] names) =>
        Assert.Equal(names, Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
