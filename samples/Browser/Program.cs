using System.Runtime.Versioning;
using BrowserSample;

[assembly: SupportedOSPlatform("browser")]

// The page's script calls Page; what is left to do at the start is to have the networks ready before the first stroke.
Page.WarmUp();
