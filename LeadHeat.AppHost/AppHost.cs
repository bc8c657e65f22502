Console.WriteLine("LeadHeat");
